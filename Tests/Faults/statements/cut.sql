-- The connection may have ended by itself meanwhile.
KILL SOFT CONNECTION @NUMBER@;
