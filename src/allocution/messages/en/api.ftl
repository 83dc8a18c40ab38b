# What the API says of requests that it can't answer.

not-found = Nothing is here
not-found-detail = The archive has nothing at this address.
method-not-allowed = The archive can only be read
method-not-allowed-detail = { $method } isn't answered: GET and HEAD are.
parameter-unknown = Unknown parameter
parameter-unknown-detail = There is no parameter “{ $name }” here. Known are: { $known }.
parameter-repeated = Parameter given twice
parameter-repeated-detail = “{ $name }” may be given once.
parameter-missing = Parameter missing
parameter-missing-detail = “{ $name }” has to be given.
parameter-unusable = Parameter can't be used
parameter-unusable-detail = “{ $value }” isn't a value of “{ $name }”. Expected: { $expected }.
too-many-parameters = Too many parameters
too-many-parameters-detail = A request has at most { $most } parameters.
too-many-requests = Too many requests
too-many-requests-detail = { $seconds ->
    [one] Ask again in { $seconds } second.
   *[other] Ask again in { $seconds } seconds.
}
being-written = The archive is being written to
being-written-detail = Ask again in a moment.
