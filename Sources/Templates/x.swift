package enum TemplatesPlaceholder {}
