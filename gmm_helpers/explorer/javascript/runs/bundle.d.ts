// The function that tools/bundle.js makes of all modules.
declare function theBundle(module: { exports: object }): { serve: () => void };
