"""Agreement with a reference: comparison, the CloudSEN12 protocol, sampling for an accuracy with a known error."""
