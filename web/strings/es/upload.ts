import type { uploadWords as english } from "../en-upload.ts";
import { words } from "./words.ts";

const megabytes = (bytes: number): string => words.number(Math.round(bytes / 100_000) / 10);

export const uploadWords: typeof english = {
  hint: (mostMegabytes) =>
    `Un PDF, un archivo de Word o PowerPoint, o una foto, de hasta ${words.number(mostMegabytes)} MB. Revise que no se nombre ni se vea a ningún estudiante.`,
  tooLarge: (mostMegabytes) => `Este archivo pasa de ${words.number(mostMegabytes)} MB. Guárdelo más pequeño o envíe una foto.`,
  empty: "Este archivo está vacío. Elija otro.",
  label: (name) => `Enviando ${name}`,
  reading: "Preparando el archivo…",
  sending: (sent, bytes) =>
    `${words.percent((100 * sent) / bytes)} enviado: ${megabytes(sent)} de ${megabytes(bytes)} MB. Deje esta página abierta.`,
  checking: "Llegó y se está revisando…",
  percent: (percent) => `Se envió el ${words.percent(percent)} del archivo.`,
  stop: "Detener el envío",
  stopped: "Se detuvo el envío y no se entregó nada. Lo que escribió y el archivo que eligió siguen aquí; puede enviarlos de nuevo.",
  left: "Salió antes de que llegara el archivo, así que no se entregó nada. Lo que escribió queda guardado en este dispositivo.",
  unreadableTitle: "No se puede leer este archivo",
  unreadable: "Tal vez se movió o cambió desde que lo eligió. Elíjalo de nuevo; lo que escribió se conserva.",
  refusedTitle: "No se pudo recibir el archivo",
  refused: "Tal vez cambió desde que lo eligió. Elíjalo de nuevo y envíelo; lo que escribió se conserva.",
};
