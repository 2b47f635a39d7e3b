"""The NGSI-LD interface of the hub: pure handlers from a request and a store to a response."""
