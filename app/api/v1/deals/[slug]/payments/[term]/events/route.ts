import { answeredOnce, apiRoute, readBody } from "@/lib/api-route";
import type { Ctx } from "@/lib/context";
import { recordPaymentStep } from "@/lib/deal/commands";
import { parseInput } from "@/lib/input";
import { paymentEventInput } from "@/lib/payment/schema";
import { atSlug, writtenAnswer } from "../../../../../records";
import { dealResource } from "../../../../../resources";

type At = { slug: string; term: string };

/** The next step of a payment's life. Its present state, `from`, is what keeps two from taking it at once. */
export const POST = apiRoute<At>(async (ctx, request, { slug, term }) => {
  const body = await readBody(request);
  const write = async (ctx: Ctx) => {
    const { id, version } = await atSlug(ctx, dealResource, slug);
    const step = parseInput(paymentEventInput, body);
    const saved = await recordPaymentStep(ctx, { ...step, dealId: id, version, termId: term });
    return writtenAnswer(ctx, dealResource, saved);
  };
  return answeredOnce(ctx, request, { body, write });
});
