String log = new File(basedir, 'build.log').text
assert log.contains('[KopfFieldRemoved]')
assert log.contains('The CRDs break what was released: 1 problem, see above.')
assert log.contains('The CRDs break nothing that was released.')
assert log.contains('no file in the jar has a CRD')
