# What the server tells.
fault-serve-nothing = say what to serve: add --city for the smart-city hub
fault-serve-open = { $host } can be reached by others; name a token file with --token-file, or listen on 127.0.0.1
fault-serve-port = "{ $found }" is no port; give a number from 0 to 65535
fault-serve-address = cannot listen on { $host }, port { $port } ({ $reason }); choose another port or address
fault-token-file-unreadable = the token file { $path } cannot be read; check the path and that it is text in UTF-8
fault-token-file-large = the token file { $path } is larger than 1 MB; keep only tokens in it
fault-token-none = the token file { $path } holds no token; write a line "tenant scopes token"
fault-token-line = line { $line } of { $path }: a line must hold three words: tenant, scopes and token; others go behind #
fault-token-scope = line { $line } of { $path }: the scopes must be some of read, write and admin, joined by commas
fault-token-hash = line { $line } of { $path }: behind sha256: must stand 64 hexadecimal digits
fault-token-short = line { $line } of { $path }: a token needs at least 16 letters; make a longer one
serve-ready = The hub answers at { $url }. Stop it with Ctrl+C.
serve-stopped = Stopped; everything acknowledged is in { $path }.
fault-serve-network = "{ $found }" is no network; write one such as 10.1.0.0/16
