import { createApi } from "../api.ts";
import { accountRoutes } from "./accountRoutes.ts";
import { administratorRoutes } from "./administratorRoutes.ts";
import { dutyRoutes } from "./dutyRoutes.ts";
import { personRoutes } from "./personRoutes.ts";
import { rosterRoutes } from "./rosterRoutes.ts";

/** People, their duties, leaves and accounts. */
export const peopleRoutes = () =>
  createApi()
    .route("/", rosterRoutes())
    .route("/", personRoutes())
    .route("/", dutyRoutes())
    .route("/", accountRoutes())
    .route("/", administratorRoutes());
