/** What the parts say that all record forms share. */
export const formMessages = ["record-form", "draft", "warning", "enums", "history", "territory"];
