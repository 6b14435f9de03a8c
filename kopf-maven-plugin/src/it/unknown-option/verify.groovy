String log = new File(basedir, 'build.log').text
assert log =~ /\[KopfUnknownOption\] -Dkopf\.colour: there is no such option\. Use one of .*kopf\.crds.*: kopf\.colour\n/
assert log =~ /\[KopfUnknownOption\] <configuration>: there is no such option\. Use one of .*crds.*: crdFolder\n/
assert !new File(basedir, 'target/generated-sources').exists()
assert log =~ /\[KopfUnknownOption\] <properties> kopf\.packagename: there is no such option\. Use one of .*: kopf\.packagename\n/
assert log.contains('Nothing is generated: 3 problems, see above.')
