import { createApi } from "../api.ts";
import { figureRoutes } from "./figures/routes.ts";
import { ledgerRoutes } from "./ledger/routes.ts";
import { moveRoutes } from "./moveRoutes.ts";
import { photoRoutes } from "./photoRoutes.ts";
import { readRoutes } from "./readRoutes.ts";
import { ruleRoutes } from "./ruleRoutes.ts";

export const hazardRoutes = () =>
  createApi()
    .route("/", readRoutes())
    .route("/", ledgerRoutes())
    .route("/", figureRoutes())
    .route("/", ruleRoutes())
    .route("/", photoRoutes())
    .route("/", moveRoutes());
