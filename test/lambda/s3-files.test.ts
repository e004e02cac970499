import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectVersionsCommand,
  S3Client,
  S3ServiceException,
} from "@aws-sdk/client-s3";
import { mockClient } from "aws-sdk-client-mock";
import { afterAll, beforeEach, expect, it, vi } from "vitest";
import { S3Files } from "../../functions/lambda/s3-files.ts";

// The key of AWS's own examples, which opens nothing.
vi.stubEnv("AWS_REGION", "us-east-2");
vi.stubEnv("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE");
vi.stubEnv("AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
vi.stubEnv("AWS_SESSION_TOKEN", "a token");

const s3 = mockClient(S3Client);
const files = new S3Files("evidence");
beforeEach(() => s3.reset());
afterAll(() => {
  s3.restore();
  vi.unstubAllEnvs();
});

const name = "dst_a/stf_1/fil_1";
const place = { Bucket: "evidence", Key: name };
const refusal = (httpStatusCode: number) =>
  new S3ServiceException({ name: "Refused", $fault: "client", $metadata: { httpStatusCode }, message: "no" });

it("signs a place for these very bytes: their number and their digest are headers of the signature, for a quarter of an hour", async () => {
  const sha256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
  const { address, headers } = await files.addressToPut(`incoming/${name}`, { bytes: 4, sha256 });
  const { origin, pathname, searchParams } = new URL(address);
  expect([origin, pathname]).toEqual(["https://evidence.s3.us-east-2.amazonaws.com", `/incoming/${name}`]);
  expect(Object.fromEntries(searchParams)).toMatchObject({
    "X-Amz-Expires": "900",
    "X-Amz-SignedHeaders": "content-length;host;x-amz-checksum-sha256",
    "X-Amz-Security-Token": "a token",
    "x-amz-content-sha256": "UNSIGNED-PAYLOAD",
  });
  // The number is signed and not sent by a page: a browser says it by itself.
  expect(headers).toEqual({ "x-amz-checksum-sha256": "n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=" });
});

it("signs an address at which a file is saved under its name, with its type, and kept by nobody between, for a minute", async () => {
  s3.on(HeadObjectCommand, place).resolves({});
  const address = await files.addressToGet(name, { mediaType: "application/pdf", fileName: 'A "plan".pdf' });
  const { pathname, searchParams } = new URL(address!);
  expect(pathname).toBe(`/${name}`);
  expect(Object.fromEntries(searchParams)).toMatchObject({
    "X-Amz-Expires": "60",
    "X-Amz-SignedHeaders": "host",
    "response-content-disposition": 'attachment; filename="A _plan_.pdf"',
    "response-content-type": "application/pdf",
    "response-cache-control": "private, no-store",
  });
  // A signature is made over %20 and not over +.
  expect(address).toContain("filename%3D%22A%20_plan_.pdf%22");
});

it("knows what is not there, also where a bucket that may not be listed says forbidden", async () => {
  const read = () => files.addressToGet(name, { mediaType: "application/pdf", fileName: "a.pdf" });
  s3.on(HeadObjectCommand).rejects(refusal(404)).on(GetObjectCommand).rejects(refusal(403));
  s3.on(ListObjectVersionsCommand).resolves({ DeleteMarkers: [{ Key: name, VersionId: "2", IsLatest: true }] });
  expect(await read()).toBeUndefined();
  expect(await files.get(name)).toBeUndefined();
  // There, and still forbidden: that is a fault, not an absence.
  s3.on(ListObjectVersionsCommand).resolves({ Versions: [{ Key: name, VersionId: "1", IsLatest: true }] });
  await expect(files.get(name)).rejects.toThrow("no");
});

it("copies within the bucket, with the type that was found and no other description", async () => {
  s3.on(CopyObjectCommand).resolves({});
  await files.copy(`incoming/${name}`, name, "application/pdf");
  expect(s3.commandCalls(CopyObjectCommand)[0]?.args[0].input).toEqual({
    ...place,
    CopySource: `evidence/incoming/${name}`,
    MetadataDirective: "REPLACE",
    ContentType: "application/pdf",
  });
});

it("removes every version of one name and nothing that only begins like it", async () => {
  s3.on(ListObjectVersionsCommand, { Bucket: "evidence", Prefix: name }).resolves({
    Versions: [
      { Key: name, VersionId: "1" },
      { Key: `${name}0`, VersionId: "9" },
    ],
    DeleteMarkers: [{ Key: name, VersionId: "2" }],
  });
  s3.on(DeleteObjectCommand).resolves({});
  await files.remove(name);
  expect(s3.commandCalls(DeleteObjectCommand).map(({ args }) => args[0].input)).toEqual([
    { ...place, VersionId: "1" },
    { ...place, VersionId: "2" },
  ]);
});
