import { createApi } from "../api.ts";
import { planPeopleRoutes } from "./peopleRoutes.ts";
import { planPublishRoutes } from "./publishRoutes.ts";
import { planReadRoutes } from "./readRoutes.ts";
import { planWriteRoutes } from "./writeRoutes.ts";

export const planRoutes = () =>
  createApi()
    .route("/", planReadRoutes())
    .route("/", planWriteRoutes())
    .route("/", planPublishRoutes())
    .route("/", planPeopleRoutes());
