/** Where a file goes as it arrives. */
export type Sink = {
  write: (bytes: Uint8Array<ArrayBuffer>) => Promise<void> | void;
  /** All of it is there. */
  close: () => Promise<void> | void;
  /** Nothing of it stays. */
  abort: () => Promise<void> | void;
};

type Writable = {
  write: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>;
  close: () => Promise<void>;
  abort: () => Promise<void>;
};
type Picker = (options: {
  suggestedName: string;
}) => Promise<{ createWritable: () => Promise<Writable> }>;

/** Some browsers write to a file of the person's choice; the standard library's types don't know it yet. */
function pickerOf(scope: Window & { showSaveFilePicker?: Picker }): Picker | undefined {
  return scope.showSaveFilePicker?.bind(scope);
}

/** Must be called in answer to a click. Null when the person chose no file. */
export async function openSink(name: string): Promise<Sink | null> {
  const pick = pickerOf(window);
  if (!pick) return gathered(name);
  try {
    return await (await pick({ suggestedName: name })).createWritable();
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") return null;
    return gathered(name);
  }
}

const batch = 32 * 1024 * 1024;

/** Gathers the file as blobs, which the browser may keep on disk, and hands it over when it is whole. */
function gathered(name: string): Sink {
  let blobs: Blob[] = [];
  let parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const pack = () => {
    blobs.push(new Blob(parts));
    parts = [];
    size = 0;
  };
  return {
    write(bytes) {
      parts.push(bytes);
      size += bytes.length;
      if (size > batch) pack();
    },
    close() {
      pack();
      handOver(new Blob(blobs), name);
    },
    abort() {
      blobs = [];
      parts = [];
    },
  };
}

/** By a link of the page's own: what any download is. */
export function handOver(file: Blob, name: string) {
  const url = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
