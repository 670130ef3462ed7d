"""Teaching a UNetMobV2: scenes with labels, simulated clouds, training from the start and finetuning."""
