String log = new File(basedir, 'build.log').text
assert log =~ /\[KopfBrokenYaml\] .*broken\.yaml:3: not valid YAML at column 1: /
assert log =~ /\[KopfNotACrd\] .*other\.yaml: /
assert log.contains('Nothing is generated: 2 problems, see above.')
assert !log.contains('\tat ')
assert !new File(basedir, 'target/generated-sources').exists()
assert log.count('[ERROR] ' + new File(basedir, 'src/main/crds/broken.yaml') + ' [3:0]: [KopfBrokenYaml] ') == 1
