"""What can run: the catalogue of networks, their weights, and the engines that run them."""
