/** What the parts say that all record forms share. */
export const formMessages = ["record-form", "draft", "warning", "enums", "history", "territory"];

/** The deal's form makes companies and assets in place. */
export const dealFormMessages = [
  ...formMessages,
  "deal-form",
  "happening",
  "company-form",
  "asset-form",
];
