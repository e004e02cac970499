import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { openApp } from "./open-app.ts";
import { queries } from "./query-client.ts";

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no element #root");
// Not awaited at the top level: the pages that are fetched meanwhile import this very file's chunk, and would wait for it.
void openApp().then((router) =>
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  ),
);
