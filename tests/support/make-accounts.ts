import { db } from "@/lib/db";
import { hashPassword } from "@/lib/password";
import { accounts, password } from "./accounts";

const passwordHash = await hashPassword(password);
await db.user.createMany({
  data: Object.values(accounts).map((account) => ({ ...account, passwordHash })),
});
await db.$disconnect();
