import { db } from "@/lib/db";
import { addRegistered } from "../support/golden-search";

await addRegistered();
await db.$disconnect();
