import { study } from "../strings/en-study.ts";
import { Icon } from "../ui/icon.tsx";
import "./evidence.css";

/** A file that was handed in, to be saved rather than shown. */
export function FileLink({ file: { name, bytes }, href }: { file: { name: string; bytes: number }; href: string }) {
  return (
    <a className="learn-evidence-file" href={href} download>
      <Icon name="file" />
      {study.practice.file1(name, Math.max(1, Math.round(bytes / 1000)))}
    </a>
  );
}
