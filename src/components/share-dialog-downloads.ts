export interface Download {
  file: string;
  /** What it is and what it is good for. */
  what: string;
}

/** The files of a figure by what they are used for. */
export const downloads: {use: string; files: Download[]}[] = [
  {use: "For Word", files: [
    {file: "figure.docx", what: "Document: picture, caption, source, table"},
    {file: "figure-outlined.svg", what: "Drawing that needs no fonts"}
  ]},
  {use: "For LaTeX", files: [
    {file: "figure.pdf", what: "Figure, fonts embedded"},
    {file: "figure.tex", what: "Lines to paste: figure, caption, label"}
  ]},
  {use: "For slides", files: [
    {file: "wide.png", what: "Picture, 16:9"},
    {file: "figure-outlined.svg", what: "Drawing that PowerPoint can take apart"}
  ]},
  {use: "For the web", files: [
    {file: "figure.svg", what: "Drawing with live text"},
    {file: "figure-dark.svg", what: "The same for dark pages"},
    {file: "figure.png", what: "Picture, double size"},
    {file: "square.png", what: "Picture, square"}
  ]},
  {use: "Data", files: [
    {file: "data.csv", what: "Rows with clause ids, for spreadsheets"},
    {file: "data.json", what: "The same for programs"}
  ]}
];
