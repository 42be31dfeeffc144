//! The plugins of a folder: read, held against what the user agreed to, configured, and made into checks.
//!
//! What is wrong with one is a finding at its line of `pact.toml`, and does not keep the others from running. A plugin that is not run decides nothing, so that
//! the clauses that are left to it are in error.

use std::{
    borrow::Cow,
    fs,
    path::{Path, PathBuf},
    sync::{Arc, LazyLock},
};

use pact_core::{
    check::{Check, CheckError, Consequence, Context, RuleInfo, Sink},
    document::json::Json,
    finding::{Finding, Level},
    ledger::Words,
    message::{Catalogue, CatalogueError, Language, Message},
    model::Model,
    source::Span,
};

use crate::{
    cache::Cache,
    check::PluginCheck,
    config::{self, Misfit, Problem},
    error::LoadError,
    host::Host,
    lock::{self, Lock, LockError, Locked, digest},
    plugin::Plugin,
};

/// A plugin as `pact.toml` names it.
#[derive(Clone, Debug)]
pub struct Wanted<'w> {
    /// The id.
    pub id: &'w str,
    /// Where the id stands.
    pub span: Span,
    /// The path as it is written.
    pub written: &'w str,
    /// The file.
    pub path: PathBuf,
    /// The file in which it has to be pinned.
    pub lock: PathBuf,
    /// Its configuration.
    pub config: Option<&'w Json>,
}

impl<'w> Wanted<'w> {
    /// Those that the workspace of a model names. Paths of the model are looked up from `root`; an entry without a file is a finding already.
    pub fn of(model: &'w Model, root: &Path) -> Vec<Self> {
        let entries = model.workspace().map_or(&[][..], |workspace| workspace.plugins.list.as_slice());
        let wanted = entries.iter().filter_map(|(name, plugin)| {
            let path = plugin.path.as_ref()?;
            let folder = root.join(Path::new(model.path(path.span.file)).parent()?);
            Some(Self {
                id: model.graph().text(name.symbol),
                span: name.span,
                written: &path.path,
                path: folder.join(&*path.path),
                lock: folder.join(lock::FILE),
                config: plugin.config.as_ref(),
            })
        });
        wanted.collect()
    }
}

/// The plugins of a folder, ready to be run.
#[derive(Debug, Default)]
pub struct Setup {
    plugins: Vec<PluginCheck>,
    troubles: Troubles,
}

impl Setup {
    /// Reads plugins, in the order in which they are given. Without a cache each is compiled.
    pub fn new(wanted: &[Wanted<'_>], lock: &Result<Lock, LockError>, host: &Host, cache: Option<&Cache>) -> Self {
        let mut setup = Self::default();
        for one in wanted {
            match read(one, lock, host, cache) {
                Ok(plugin) => setup.plugins.push(plugin),
                Err(found) => setup.troubles.found.extend(found),
            }
        }
        setup
    }

    /// Gives the plugins words for what the ledger lacks.
    #[must_use]
    pub fn speaking(mut self, words: &Arc<dyn Words>) -> Self {
        self.plugins = self.plugins.into_iter().map(|plugin| plugin.speaking(Arc::clone(words))).collect();
        self
    }

    /// The checks: the plugins, and what is wrong with those that are not run.
    pub fn checks(&self) -> impl Iterator<Item = &dyn Check> {
        let troubles: &dyn Check = &self.troubles;
        self.plugins.iter().map(|plugin| plugin as &dyn Check).chain([troubles])
    }

    /// The rules of the plugins that are run.
    pub fn rules(&self) -> impl Iterator<Item = &RuleInfo> {
        self.plugins.iter().flat_map(|plugin| plugin.rules())
    }

    /// The plugins that are run.
    pub fn plugins(&self) -> impl Iterator<Item = &PluginCheck> {
        self.plugins.iter()
    }

    /// Teaches a catalogue the words of the plugins: those in its language, or else in the first that the plugin speaks.
    ///
    /// # Errors
    /// When a catalogue cannot be used, which reading the plugin rules out.
    pub fn speak(&self, catalogue: &mut Catalogue) -> Result<(), CatalogueError> {
        let tag = catalogue.language().tag();
        for plugin in &self.plugins {
            let manifest = plugin.plugin().manifest();
            let own = manifest.languages.iter().find(|known| known.as_str() == tag).or(manifest.languages.first());
            if let Some((tag, source)) = own.and_then(|tag| Some((tag, plugin.plugin().messages().get(tag)?))) {
                catalogue.add_scope(&manifest.id, tag, source)?;
            }
        }
        Ok(())
    }
}

/// The words in which troubles with plugins are told.
pub fn messages(language: Language) -> &'static str {
    match language {
        Language::English => include_str!("../locales/en/plugins.ftl"),
        Language::Danish => include_str!("../locales/da/plugins.ftl"),
    }
}

/// What was found about a plugin: the position of the rule, and the finding.
type Found = Vec<(usize, Finding)>;

const UNUSABLE: usize = 0;
const UNPINNED: usize = 1;
const CONFIGURATION: usize = 2;

/// How many digits of a digest are shown.
const SHOWN: usize = 12;

fn read(
    wanted: &Wanted<'_>,
    lock: &Result<Lock, LockError>,
    host: &Host,
    cache: Option<&Cache>,
) -> Result<PluginCheck, Found> {
    let at = |id: &'static str, span: Span| {
        let pointer = format!("pact.toml/plugins/{}", wanted.id);
        Finding::at(pointer, span, Message::new(id).with("id", wanted.id))
    };
    let unusable = |error: &LoadError| {
        let mut finding = at("unusable-plugin", wanted.span);
        finding.message = finding.message.showing("reason", error.to_string());
        vec![(UNUSABLE, finding.help(Message::new("unusable-plugin-help")))]
    };
    let limits = host.limits();
    let unreadable = |error: std::io::Error| {
        unusable(&LoadError::Unreadable { path: wanted.written.into(), reason: error.to_string() })
    };
    // What is too large is not read to say so.
    let size = fs::metadata(&wanted.path).map_err(unreadable)?.len();
    let most = limits.component as u64;
    if size > most {
        return Err(unusable(&LoadError::TooLarge { what: "the file, in bytes", found: size, most }));
    }
    let bytes = fs::read(&wanted.path).map_err(unreadable)?;
    let inspected = Plugin::inspect(&bytes, host).map_err(|error| unusable(&error))?;
    if inspected.manifest.id != wanted.id {
        let mut finding = at("plugin-other-id", wanted.span);
        finding.message = finding.message.with("found", inspected.manifest.id.clone());
        let help = Message::new("plugin-other-id-help").with("id", wanted.id).with("found", inspected.manifest.id);
        return Err(vec![(UNUSABLE, finding.help(help))]);
    }
    let unpinned = |how: &'static str, of: &dyn Fn(Message) -> Message| {
        let mut finding = at("unpinned-plugin", wanted.span);
        finding.message = of(finding.message.with("how", how));
        let help =
            Message::new("unpinned-plugin-help").with("how", how).with("id", wanted.id).with("path", wanted.written);
        Err(vec![(UNPINNED, finding.help(help))])
    };
    let agreed = match lock {
        Ok(lock) => lock.find(wanted.id),
        Err(error) => return unpinned("lock", &|message| message.showing("reason", error.to_string())),
    };
    let now = Locked::new(&inspected, &digest(&bytes));
    match agreed {
        None => return unpinned("missing", &|message| message),
        Some(agreed) if agreed.sha256 != now.sha256 => {
            let short = |digest: &str| digest.chars().take(SHOWN).collect::<String>();
            return unpinned("changed", &|message| {
                message.showing("found", short(&now.sha256)).showing("agreed", short(&agreed.sha256))
            });
        }
        // The same bytes ask for the same, so that somebody has changed the lock.
        Some(agreed) if *agreed != now => return unpinned("more", &|message| message),
        Some(_) => {}
    }
    let config = wanted.config.map(|config| &config.value);
    let config = config::settle(inspected.manifest.config.as_ref(), config).map_err(|problems| {
        let place = |problem: &Problem| match wanted.config {
            Some(config) if !problem.pointer.is_empty() => config.place(&problem.pointer),
            Some(config) => config.span,
            None => wanted.span,
        };
        problems
            .iter()
            .map(|problem| {
                let finding = at("plugin-configuration", place(problem));
                (CONFIGURATION, configured(finding, &problem.what, wanted.written))
            })
            .collect::<Found>()
    })?;
    let config = serde_json::Value::Object(config).to_string();
    let plugin = Plugin::take(inspected, &bytes, &now.sha256, host, cache).map_err(|error| unusable(&error))?;
    PluginCheck::new(plugin, host.clone(), config).map_err(|error| unusable(&error))
}

/// A finding on a configuration, with what is wrong and what to do.
fn configured(mut finding: Finding, what: &Misfit, path: &str) -> Finding {
    let help = Message::new("plugin-configuration-help").with("path", path);
    let message = finding.message.clone();
    let (message, help) = match what {
        Misfit::Unknown { key, meant } => {
            let help = meant
                .as_ref()
                .map_or(help, |word| Message::new("plugin-configuration-meant").with("word", word.clone()));
            (message.with("what", "unknown").with("key", key.clone()), help)
        }
        Misfit::Missing(key) => (message.with("what", "missing").with("key", key.clone()), help),
        Misfit::Nothing => (message.with("what", "nothing"), help),
        Misfit::Other(reason) => (message.with("what", "other").showing("reason", reason.clone()), help),
    };
    finding.message = message;
    finding.help(help)
}

/// What is wrong with plugins that are not run.
#[derive(Debug, Default)]
struct Troubles {
    found: Found,
}

/// The rules under which that is told.
pub fn rules() -> &'static [RuleInfo] {
    static RULES: LazyLock<Vec<RuleInfo>> = LazyLock::new(|| {
        let rule = |code: &'static str, name: &'static str, en: &'static str, da: &'static str| RuleInfo {
            code: code.into(),
            name: name.into(),
            group: "plugins".into(),
            level: Level::Error,
            consequence: Consequence::Undecided,
            since: "0.2.0".into(),
            docs: en.into(),
            translations: vec![(Cow::Borrowed("da"), Cow::Borrowed(da))].into(),
        };
        vec![
            rule(
                "W101",
                "unusable-plugin",
                include_str!("../locales/en/rules/unusable-plugin.md"),
                include_str!("../locales/da/rules/unusable-plugin.md"),
            ),
            rule(
                "W102",
                "unpinned-plugin",
                include_str!("../locales/en/rules/unpinned-plugin.md"),
                include_str!("../locales/da/rules/unpinned-plugin.md"),
            ),
            rule(
                "W103",
                "plugin-configuration",
                include_str!("../locales/en/rules/plugin-configuration.md"),
                include_str!("../locales/da/rules/plugin-configuration.md"),
            ),
        ]
    });
    &RULES
}

impl Check for Troubles {
    fn rules(&self) -> &[RuleInfo] {
        rules()
    }

    fn run(&self, _: Context<'_>, sink: &mut Sink) -> Result<(), CheckError> {
        for (rule, finding) in &self.found {
            sink.push_for(*rule, finding.clone());
        }
        Ok(())
    }
}
