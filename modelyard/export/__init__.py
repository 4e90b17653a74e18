"""Stage: the shipped model as an artifact that is proven to answer as it did after training."""
