"""The Processing toolbox: algorithms and models over the engine, each a child process started through `bridge`."""
