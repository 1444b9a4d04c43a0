declare module "datapackage" {
  export interface Resource {
    name: string;
    tabular: boolean;
    read(options: {keyed?: boolean; relations?: boolean}): Promise<object[]>;
    checkRelations(): Promise<boolean>;
  }
  export const Package: {load(descriptor: string, options: {basePath: string}): Promise<{resources: Resource[]}>};
  export function validate(descriptor: object, options: {basePath: string}): Promise<{valid: boolean; errors: Error[]}>;
}
