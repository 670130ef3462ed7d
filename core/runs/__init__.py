"""Many products: requests, batches, workers, a cluster, and their events as one run."""
