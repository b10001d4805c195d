import { asOf } from "../../catalogue/deal/schema";
import { countryCode } from "../../territory/schema";

/** What an asset's address asks of its rights: as of which day, and where. */
export const rightsKeys = { as_of: asOf, country: countryCode };
