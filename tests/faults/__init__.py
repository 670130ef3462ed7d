"""Bad inputs, faults, fuzzing and a long run: what must not hurt, made by code and measured by `make faults`."""
