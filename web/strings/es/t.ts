import type { t as english } from "../en.ts";
import { count } from "./words.ts";

export const t: typeof english = {
  product: "Throughline",
  pageTitle: (title) => `${title} · Throughline`,
  loading: "Cargando",
  close: "Cerrar",
  everyFigure: "Mostrar todas las cifras",
  cancel: "Cancelar",
  optional: "opcional",
  nothingFound: "Nada coincide con lo que escribió.",
  tryAgain: "Intentar de nuevo",
  newTab: "se abre en otra pestaña",
  jobRoles: {
    teacher: "Docente",
    interventionist: "Especialista en intervención",
    specialEducator: "Docente de educación especial",
    counselor: "Consejería o trabajo social",
    psychologist: "Psicología escolar",
    paraprofessional: "Paraprofesional",
    schoolAdministrator: "Dirección escolar",
    coach: "Coach de MTSS",
    districtLeader: "Liderazgo del distrito",
    dataCoordinator: "Coordinación de datos",
  },

  content: {
    table: "Tabla; se desplaza hacia los lados cuando es más ancha que la pantalla",
    asides: {
      example: "Ejemplo resuelto",
      key: "La idea que hay que recordar",
      try: "Pruébelo ahora",
      caution: "Un error común",
      compare: "Lado a lado",
      diagram: "Imagen",
      graph: "Gráfica",
      sort: "Clasifique las tarjetas",
      decide: "Lea la gráfica y decida",
      statement: "Arme el enunciado",
      score: "Puntúe la sesión",
    },
  },

  shell: {
    skip: "Ir al contenido",
    mainNavigation: "Principal",
    navigation: {
      staff: "Mi ruta",
      certificates: "Certificados",
      reference: "Consulta",
      coach: "Mi grupo",
      schoolLeader: "Mi escuela",
      districtLeader: "Distrito",
      districtAdministrator: "Administración",
    },
    home: "Throughline, a mi ruta",
    search: "Buscar",
    account: (name) => `${name}: cuenta y ajustes`,
    privacy: "Throughline no guarda datos de estudiantes y nunca se usa para evaluar al personal.",
  },

  saving: {
    title: "Guardado",
    saved: "Guardado",
    sending: "Guardando…",
    waiting: (n) =>
      `${count(n, "paso guardado", "pasos guardados")} en este dispositivo. Se ${n === 1 ? "enviará" : "enviarán"} cuando haya conexión.`,
    waitingSignIn: "Guardado en este dispositivo. Inicie sesión de nuevo y se enviará.",
    sendNow: "Enviar ahora",
    refusedTitle: "Algo no se pudo guardar",
    refused: (what, why) => `${what}: ${why}`,
    dismiss: "Entendido",
    kinds: {
      lesson: "Una lección terminada",
      answer: "Una respuesta",
      place: "El punto donde iba",
      check: "Una comprobación de conocimientos",
      practice: "La evidencia de su práctica",
    },
  },

  offline: {
    title: "Conexión",
    banner: "No hay conexión. Puede seguir leyendo lo que está abierto; lo que termine se guarda en este dispositivo y se envía más tarde.",
    back: "Hay conexión de nuevo.",
  },

  errors: {
    title: "No se pudo abrir esta página",
    offlineTitle: "No podemos comunicarnos con Throughline",
    offline: "Revise su conexión e intente de nuevo. No se perdió nada de lo que terminó.",
    notAllowedTitle: "Esta página no es parte de su función",
    internal:
      "Algo falló de nuestro lado, no del suyo. Intente de nuevo en un momento. Si sigue ocurriendo, envíe el número de abajo a la administración de su distrito.",
    unexpected:
      "Algo falló en esta página. Vuelva a cargarla; si sigue ocurriendo, diga a la administración de su distrito qué estaba haciendo.",
    requestId: (id) => `Número para soporte: ${id}`,
    reload: "Volver a cargar la página",
    home: "Ir a mi ruta",
    notFoundTitle: "Aquí no hay ninguna página",
    notFound: "La dirección puede tener un error, o la página pudo cambiar de lugar. Su ruta es el mejor lugar para empezar de nuevo.",
    actionFailed: "No funcionó. Intente de nuevo; no se perdió nada.",
    actionOffline:
      "En este momento no podemos comunicarnos con Throughline, así que esto no se envió. Lo que escribió sigue aquí. Intente de nuevo cuando haya conexión.",
  },
};
