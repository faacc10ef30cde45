import { createApi } from "../api.ts";
import { moveRoutes } from "./moveRoutes.ts";
import { photoRoutes } from "./photoRoutes.ts";
import { readRoutes } from "./readRoutes.ts";
import { ruleRoutes } from "./ruleRoutes.ts";

export const hazardRoutes = () =>
  createApi()
    .route("/", readRoutes())
    .route("/", ruleRoutes())
    .route("/", photoRoutes())
    .route("/", moveRoutes());
