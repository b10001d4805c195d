import { expect, test } from "vitest";
import { decodablePath } from "@/lib/undecodable-address";

test.each(["/deals/%E0%A4%A", "/deals/%", "/deals/%zz?q=%E5%92%8C", "/%C0%AF"])(
  "%s becomes an address that can be read, and of nothing",
  (url) => {
    const path = decodablePath(url).split("?")[0] ?? "";
    expect(decodeURIComponent(path)).toBe(url.split("?")[0]);
    expect(decodablePath(url).split("?")[1]).toBe(url.split("?")[1]);
  },
);

test.each(["/deals?q=%E0", "/companies/%E5%92%8C%E9%BB%84", "/deals/%2e%2e%2f", "*"])(
  "%s stays as it is",
  (url) => {
    expect(decodablePath(url)).toBe(url);
  },
);
