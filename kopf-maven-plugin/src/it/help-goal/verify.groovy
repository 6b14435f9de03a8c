String log = new File(basedir, 'build.log').text
for (String option : ['kopf.crds', 'kopf.outputDirectory', 'kopf.packageName', 'kopf.crdVersion', 'kopf.skip']) {
    assert log.contains(option)
}
