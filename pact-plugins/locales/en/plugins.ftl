# Plugins of a folder that cannot be used as they are.

unusable-plugin = the plugin `{ $id }` cannot be used: { $reason }
unusable-plugin-help = have it built again, or take it out of `pact.toml`; the clauses that it decides are in error until then
plugin-other-id = the plugin in this file calls itself `{ $found }`, and `pact.toml` calls it `{ $id }`
plugin-other-id-help = write `{ $found }`, or name the file of `{ $id }`

unpinned-plugin = { $how ->
    [changed] the file of the plugin `{ $id }` is not the one that was agreed to: its digest is { $found }…, and `pact.lock` has { $agreed }…
    [more] the plugin `{ $id }` asks to see other things than `pact.lock` allows
    [lock] `pact.lock` cannot be read, so that the plugin `{ $id }` is not run: { $reason }
   *[missing] nobody has agreed to run the plugin `{ $id }`: it does not stand in `pact.lock`
 }
unpinned-plugin-help = { $how ->
    [missing] look at what it asks for, and agree: `pact plugin add { $path }`
    [lock] put `pact.lock` right, or have it from your version control again
   *[changed] if it was meant to change, look at what is new, and agree: `pact plugin update { $id }`; if not, somebody has put another file there
 }

plugin-configuration = { $what ->
    [unknown] the plugin `{ $id }` has no setting `{ $key }`
    [missing] the configuration of the plugin `{ $id }` lacks `{ $key }`
    [nothing] there is nothing to configure in the plugin `{ $id }`
   *[other] the configuration of the plugin `{ $id }` is not as it asks: { $reason }
 }
plugin-configuration-help = `pact plugin inspect { $path }` shows what can be set
plugin-configuration-meant = did you mean `{ $word }`?
