import { createApi } from "../api.ts";
import { planReadRoutes } from "./readRoutes.ts";
import { planWriteRoutes } from "./writeRoutes.ts";

export const planRoutes = () =>
  createApi().route("/", planReadRoutes()).route("/", planWriteRoutes());
