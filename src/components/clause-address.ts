/** The lasting address of a clause: below its statement's own folder, whatever statement opens the site later. */
export function clauseAddress(clause: string): string {
  const {root, statement} = document.documentElement.dataset;
  return new URL(`${root ?? "./"}statements/${statement}/text#${clause}`, location.href).href;
}
