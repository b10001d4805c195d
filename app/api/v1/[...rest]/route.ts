import { apiRoute } from "@/lib/api-route";
import { notFound } from "@/lib/errors";

const nothing = apiRoute<{ rest: string[] }>(async () => {
  throw notFound("Address");
});

export { nothing as DELETE, nothing as GET, nothing as PATCH, nothing as POST, nothing as PUT };
