import { Missing } from "@/components/layout/missing";

export default function WorkspaceNotFound() {
  return <Missing />;
}
