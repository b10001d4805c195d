import * as z from "zod";
import { line } from "../../text";
import { tokenAccesses, tokenLives } from "./rules";

export const newToken = z.strictObject({
  name: line(80),
  access: z.enum(tokenAccesses, { error: "Choose what the token may do" }),
  life: z.enum(tokenLives, { error: "Choose how long the token works" }),
});
export type NewToken = z.output<typeof newToken>;

export const tokenId = z.strictObject({ id: z.uuid() });
export type TokenId = z.output<typeof tokenId>;
