"""Known mistakes in `em_step`; `catalogue` lists them all."""
