import java.util.zip.ZipFile

String log = new File(basedir, 'build.log').text
File classes = new File(basedir, 'target/classes/org/zalando/v1')
for (String kind : ['EphemeralVolumeClaim', 'OtherClaim', 'SharedClaim']) {
    assert new File(classes, "${kind}.class").isFile()
}
assert log.count('files are written to ') == 2
assert log.count('Nothing has changed.') == 2
// Two CRDs in files of one name are both in the jar, and the one that both executions read is there once.
ZipFile jar = new ZipFile(new File(basedir, 'target/two-executions-1.jar'))
Map packed = jar.entries().findAll { it.name.endsWith('.yaml') }.collectEntries { [it.name, jar.getInputStream(it).text] }
String folder = 'META-INF/kubernetes/crds/'
assert packed == [
    (folder + 'claim.yaml'): new File(basedir, 'src/main/crds/claim.yaml').text,
    (folder + 'more-claim.yaml'): new File(basedir, 'src/main/more-crds/claim.yaml').text,
    (folder + 'shared.yaml'): new File(basedir, 'src/main/crds/shared.yaml').text,
]
