import type { reference as english } from "../en-reference.ts";
import { count, list, quoted } from "./words.ts";

export const reference: typeof english = {
  navigation: "Consulta",
  pages: { glossary: "Glosario", library: "Biblioteca", model: "Modelo Común" },

  search: {
    title: "Buscar",
    label: "Buscar lecciones, palabras, fichas de apoyo y guías",
    placeholder: "Una palabra, una lección, una guía",
    hint: "Lecciones, palabras del glosario, fichas de apoyo, guías y el Modelo Común. Los errores pequeños al escribir no importan.",
    count: (n) => (n === 0 ? "No se encontró nada" : count(n, "resultado", "resultados")),
    loose: (n) => `Nada contiene todas estas palabras. ${count(n, "resultado contiene", "resultados contienen")} algunas.`,
    noneTitle: (text) => `No se encontró nada para ${quoted(text)}`,
    none: "Pruebe con menos palabras o con otra palabra para lo mismo. El glosario muestra cómo se llaman las cosas.",
    kinds: {
      lesson: "Lección",
      module: "Módulo",
      "job-aid": "Ficha de apoyo",
      term: "Palabra",
      resource: "Biblioteca",
      element: "Modelo Común",
    },
  },

  glossary: {
    title: "Glosario",
    lead: (n) => `${count(n, "palabra que significa", "palabras que significan")} lo mismo en todas las escuelas del distrito.`,
    filter: "Buscar una palabra",
    shown: (n, all) => (n === all ? count(all, "palabra", "palabras") : `${n} de ${count(all, "palabra", "palabras")}`),
    noneTitle: "Ninguna palabra coincide",
    none: "Borre el campo para verlas todas, o busque en las lecciones.",
    notToBeConfused: "No se debe confundir con",
    taughtIn: "Se enseña en",
  },

  library: {
    title: "Biblioteca",
    lead: "Guías, cursos, herramientas y grabaciones para profundizar, de fuentes públicas y de su propio distrito.",
    filter: "Buscar por palabras",
    role: "Para",
    everyRole: "Todos los puestos",
    tier: "Nivel",
    everyTier: "Todos los niveles",
    tierName: (tier) => `Nivel ${tier}`,
    tierNames: (tiers) => (tiers.length === 1 ? `Nivel ${tiers[0]}` : `Niveles ${list(tiers.map(String))}`),
    kind: "Tipo",
    everyKind: "Todos los tipos",
    kinds: { guide: "Guía", recording: "Grabación", course: "Curso", tool: "Herramienta" },
    shown: (n, all) => (n === all ? count(all, "recurso", "recursos") : `${n} de ${count(all, "recurso", "recursos")}`),
    noneTitle: "Nada coincide",
    none: "Elija todos los puestos, niveles y tipos para ver toda la biblioteca.",
    ours: "De nuestro distrito",
    captions: "Con subtítulos y",
    transcript: "transcripción",
    goesWith: "Acompaña a",
    forModule: "Para profundizar",
  },

  model: {
    title: "Modelo Común",
    lead: (n) =>
      `${count(n, "acuerdo que vale", "acuerdos que valen")} en todas las escuelas, cada uno con lo que se ve cuando está en marcha.`,
    print: "Imprimir",
    fits: { tight: "Fijo", loose: "Flexible" },
    fitHints: { tight: "Igual en todas las escuelas", loose: "Una escuela puede adaptarlo y anota cómo" },
    columns: { expected: "En marcha", developmental: "En camino", unacceptable: "Va en contra" },
    owner: "Quién lo cuida",
    evidence: "Qué lo demuestra",
    taughtIn: "Se enseña en",
    noneTitle: "Todavía no hay elementos",
    none: "Aquí se mostrará el modelo del distrito.",
  },
};
