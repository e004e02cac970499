import { account } from "./account.ts";
import { list, words } from "./words.ts";

/** Every word of the interface in Spanish, by the name its English file gives it. */
export const spanish = { account, list, words };
