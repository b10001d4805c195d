import { v5 as uuid } from "uuid";

/** Stands before the name of a company that the import makes, where addresses stand; no address begins so. */
const mark = "+";

/** A company that is made when the file is applied: the same id each time it is read. */
export function madeCompany(importId: string, name: string): { id: string; slug: string } {
  return {
    id: uuid(name, importId),
    slug: `${mark}${name.replaceAll("|", "/").replaceAll(":", "/")}`,
  };
}
