/** The id of the control for a field name; error summaries link to it. `terms.0.amount` → `field-terms-0-amount`. */
export const fieldId = (name: string) => `field-${name.replace(/[^\w-]+/g, "-")}`;
