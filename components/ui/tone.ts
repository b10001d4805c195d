/** What a colour says about money or a state: paid, triggered but not known to be paid, still open, lapsed, or nothing. */
export type Tone = "paid" | "triggered" | "open" | "lapsed" | "muted";

export const toneGround: Record<Tone, string> = {
  paid: "bg-paid",
  triggered: "bg-triggered",
  open: "border-[1.5px] border-open",
  lapsed: "bg-lapsed",
  muted: "border-[1.5px] border-dotted border-open",
};

export const toneFill: Record<Tone, string> = {
  paid: "fill-paid",
  triggered: "fill-triggered",
  open: "fill-[url(#bar-open)]",
  lapsed: "fill-lapsed",
  muted: "fill-sunken",
};
