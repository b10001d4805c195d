import { prettifyError, ZodError } from "zod";
import { scriptContext } from "@/lib/context";
import { db } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { createFirstAdministrator } from "@/lib/people/commands";

const email = process.env.ADMIN_EMAIL || "admin@localhost.localdomain";
const password = process.env.ADMIN_PASSWORD || undefined;

// Read by npm start, which tells the password to the terminal: it goes through no log.
try {
  const made = await createFirstAdministrator(scriptContext("npm start"), { email, password });
  console.log(JSON.stringify(made));
} catch (error) {
  const known = error instanceof ZodError || error instanceof AppError;
  console.log(error instanceof ZodError ? prettifyError(error) : known ? error.message : error);
  process.exitCode = 1;
} finally {
  await db.$disconnect();
}
