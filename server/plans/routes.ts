import { createApi } from "../api.ts";
import { planReadRoutes } from "./readRoutes.ts";

export const planRoutes = () => createApi().route("/", planReadRoutes());
