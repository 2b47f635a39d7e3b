# What the hub tells.
fault-store-newer = the store was written by a later version of Egiz (its tables are of version { $found }, this Egiz knows { $known }); use that version, or another file
fault-store-unreadable = the store { $path } cannot be opened; check the folder, the permissions and that it is a file of Egiz
fault-store-foreign = { $path } is a database of something else; name another file
fault-store-busy = the store { $path } is open in another process; stop that one, or name another file
