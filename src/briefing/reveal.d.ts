declare module "reveal.js/plugin/notes" {
  const plugin: import("reveal.js").RevealPlugin;
  export default plugin;
}
