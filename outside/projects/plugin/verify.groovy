// The plugin runs: the true program, on the module path, with the experiment that came with the plugin.
def made = new File(basedir, "made/generated")
def java = new File(System.getProperty("java.home"), "bin/java").path
def jars = [modules, program].join(File.pathSeparator)
def run = new ProcessBuilder(java, "--module-path", jars, "--add-modules", "jdk.incubator.vector",
        "-m", "dev.gyrus.cli/dev.gyrus.cli.Main", "run", "experiment.yaml", "--plugins", "target", "--out", "out")
        .directory(made).redirectErrorStream(true).start()
def said = run.inputStream.text
assert run.waitFor() == 0 : said
assert new File(made, "out/x.csv").readLines().size() == 1001
