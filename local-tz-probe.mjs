import {Temporal} from 'temporal-polyfill'
const H=3600e3,s=Date.UTC(2005,0,1),e=Date.UTC(2036,0,1)
const zones=Intl.supportedValuesOf('timeZone'); let bad=0,calls=0,ms=0
for(const tz of zones){
  const f=new Intl.DateTimeFormat('en-US',{timeZone:tz,timeZoneName:'longOffset'})
  // independent offsets by Intl, each 6 hours
  const off=ms=>{const m=/GMT(?:([+-])(\d\d):?(\d\d)?(?::(\d\d))?)?/.exec(f.format(ms)); return m[1]?(m[1]=='-'?-1:1)*(+m[2]*60+ +(m[3]??0)):0}
  const brute=[];let p=off(s);for(let t=s;t<e;t+=12*H){const o=off(t);if(o!==p)brute.push(t);p=o}
  let z=Temporal.Instant.fromEpochMilliseconds(s).toZonedDateTimeISO(tz);const got=[];const a=performance.now()
  for(;;){z=z.getTimeZoneTransition('next');calls++;if(!z||z.epochMilliseconds>=e)break;got.push(z.epochMilliseconds)}
  ms+=performance.now()-a
  const miss=brute.filter(t=>!got.some(g=>g<=t&&g>t-12*H))
  if(miss.length||got.length!==brute.length){bad++;console.log(tz,'brute',brute.length,'got',got.length,miss.slice(0,8).map(t=>new Date(t).toISOString()).join(' '))}
}
console.log(zones.length,'zones bad',bad,'calls',calls,'us/call',ms/calls*1e3)
